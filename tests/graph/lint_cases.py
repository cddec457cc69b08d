"""One small good file of each format, and for each rule a change that breaks it beside one that does not.

A case: rule, format, text to replace, what breaks the rule, what nearly does.
"""

from __future__ import annotations

GRAPHML = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="n_label" for="node" attr.name="label" attr.type="string"/>
<key id="n_age" for="node" attr.name="age" attr.type="int"/>
<key id="n_note" for="node" attr.name="note" attr.type="string"/>
<key id="n_known" for="node" attr.name="known" attr.type="boolean"/>
<key id="n_r" for="node" attr.name="r" attr.type="int"/>
<key id="n_g" for="node" attr.name="g" attr.type="int"/>
<key id="n_b" for="node" attr.name="b" attr.type="int"/>
<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="e_relation" for="edge" attr.name="relation" attr.type="string"/>
<graph id="G" edgedefault="directed">
<node id="per:1"><data key="n_label">王芳</data><data key="n_age">41</data><data key="n_note">书记</data><data key="n_known">true</data></node>
<node id="org:1"><data key="n_label">民政局</data><data key="n_r">0</data><data key="n_g">114</data><data key="n_b">178</data></node>
<edge id="e:1" source="per:1" target="org:1" label="任职"><data key="e_weight">2.0</data><data key="e_relation">任职</data></edge>
<edge id="e:2" source="per:1" target="org:1" label="参加"><data key="e_weight">1.0</data><data key="e_relation">参加</data></edge>
</graph>
</graphml>
"""

GEXF = """<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
<attributes class="node" mode="static"><attribute id="first_date" title="first_date" type="string"/><attribute id="age" title="age" type="integer"/></attributes>
<attributes class="edge" mode="static"><attribute id="relation" title="relation" type="string"/></attributes>
<nodes>
<node id="per:1" label="王芳" start="2024-08-01" end="2024-08-31"><attvalues><attvalue for="age" value="41"/></attvalues><viz:color r="213" g="94" b="0" a="1"/><viz:position x="1" y="2.5" z="0"/><viz:size value="4"/></node>
<node id="org:1" label="民政局"/>
</nodes>
<edges>
<edge id="e:1" source="per:1" target="org:1" kind="任职" weight="2.0" start="2019-11-01" end="2024-08-31"><attvalues><attvalue for="relation" value="任职"/></attvalues><spells><spell start="2019-11-01" end="2019-11-30"/><spell start="2024-08-01" end="2024-08-31"/></spells></edge>
<edge id="e:2" source="per:1" target="org:1" kind="参加" weight="1.0"><attvalues><attvalue for="relation" value="参加"/></attvalues></edge>
</edges>
</graph>
</gexf>
"""

AGE, NOTE, LABEL = ">41<", ">书记<", ">王芳<"
M, X = "graphml", "gexf"
CASES: list[tuple[str, str, str, str, str]] = [
    ("A1", M, 'id="n_age" for="node"', 'id="n_age" for="all"', 'id="n_age"  for="node"'),
    ("A1", M, 'id="n_age" for="node"', 'id="n_age"', 'for="node" id="n_age"'),
    ("A1", M, '<node id="per:1">', '<data key="n_note">x</data><node id="per:1">', '<node id="per:1" >'),
    ("A2", M, 'attr.name="note" attr.type="string"', 'attr.name="note" attr.type="list"', 'attr.name="note" attr.type="string" '),
    ("A2", M, 'attr.name="age" attr.type="int"', 'attr.name="age" attr.type="short"', 'attr.name="age" attr.type="long"'),
    ("A2", X, 'title="age" type="integer"', 'title="age" type="int"', 'title="age" type="long"'),
    ("A3", M, '<key id="n_note"', '<key id="N_AGE" for="node" attr.name="b2" attr.type="int"/><key id="n_note"', '<key id="n_age2" for="node" attr.name="b2" attr.type="int"/><key id="n_note"'),
    ("A3", M, '<key id="n_note"', '<key id="n_x" for="node" attr.name="age" attr.type="int"/><key id="n_note"', '<key id="e_x" for="edge" attr.name="age" attr.type="int"/><key id="n_note"'),
    ("A3", X, '</attributes>\n<attributes class="edge"', '<attribute id="AGE" title="AGE" type="integer"/></attributes>\n<attributes class="edge"', '<attribute id="ages" title="ages" type="integer"/></attributes>\n<attributes class="edge"'),
    ("A4", M, '<data key="n_age">', '<data key="age">', '<data key="n_age" >'),
    ("A4", M, '<data key="e_weight">1.0', '<data key="n_age">1</data><data key="e_weight">1.0', '<data key="e_weight">1.5'),
    ("A4", X, 'for="age" value', 'for="Age" value', 'value'  ' ="41" for="age" data'),
    ("A5", M, '<node id="org:1">', '<node id="org:1"><graph edgedefault="directed"/>', '<node id="org:1"><desc>x</desc>'),
    ("A5", M, '<node id="org:1">', '<node id="org:1"><port name="north"/>', '<node id="org:1"><desc>port</desc>'),
    ("A6", M, ' edgedefault="directed"', "", ' edgedefault="undirected"'),
    ("A6", M, '<edge id="e:2"', '<edge id="e:2" directed="false"', '<edge id="e:2" directed="true"'),
    ("A6", X, '<edge id="e:2"', '<edge id="e:2" type="undirected"', '<edge id="e:2" type="directed"'),
    ("A6", X, ' defaultedgetype="directed"', "", ' defaultedgetype="undirected"'),
    ("B1", M, 'attr.name="label"', 'attr.name="Label"', 'attr.name="label" '),
    ("B1", M, 'attr.name="note"', 'attr.name="LABEL"', 'attr.name="labels"'),
    ("B2", M, 'attr.name="weight" attr.type="double"', 'attr.name="Weight" attr.type="double"', 'attr.name="weight" attr.type="float"'),
    ("B2", M, 'attr.name="weight" attr.type="double"', 'attr.name="weight" attr.type="string"', 'attr.name="weights" attr.type="string"'),
    ("B3", M, 'attr.name="note"', 'attr.name="size"', 'attr.name="sizes"'),
    ("B3", M, 'id="n_age"', 'id="d3"', 'id="day3"'),
    ("B4", M, ">114<", ">256<", ">255<"),
    ("B4", M, '<data key="n_g">114</data>', "", '<data key="n_g">0</data>'),
    ("B4", M, 'attr.name="note"', 'attr.name="color"', 'attr.name="colour"'),
    ("C1", M, 'id="e:2"', 'id="e:1"', 'id="E:1"'),
    ("C1", X, 'id="e:2"', 'id="e:1"', 'id="e:11"'),
    ("C2", M, ' label="参加"', ' label="任职"', ' label="参会"'),
    ("C2", X, ' kind="参加"', ' kind="任职"', ' kind="参会"'),
    ("C3", M, ">1.0<", ">0<", ">0.001<"),
    ("C3", M, ">1.0<", ">INF<", ">1e300<"),
    ("C3", X, 'weight="1.0"', 'weight="-1"', 'weight="1"'),
    ("C3", X, 'weight="1.0"', 'weight="NaN"', 'weight="1e-9"'),
    ("C4", M, 'id="e:2" source="per:1"', 'id="e:2" source="per:2"', 'id="e:2" source="org:1"'),
    ("C4", X, 'target="org:1" kind="参加"', 'target="" kind="参加"', 'target="per:1" kind="参加"'),
    ("C5", M, '<data key="e_relation">参加</data>', "", '<data key="e_relation">参会</data>'),
    ("C5", X, '<attvalue for="relation" value="参加"/>', "", '<attvalue value="参会" for="relation"/>'),
    ("D1", M, NOTE, ">None<", ">None of them<"),
    ("D1", M, AGE, "><", ">0<"),
    ("D1", X, 'value="41"', 'value=""', 'value="-41"'),
    ("D2", M, NOTE, ">['书记', '主任']<", ">[书记]<"),
    ("D2", M, NOTE, ">{'a': 1}<", ">书记|主任<"),
    ("D3", M, AGE, ">四十一<", ">041<"),
    ("D3", M, AGE, ">41.5<", ">-41<"),
    ("D3", M, '<key id="n_note"', '<key id="n_x" for="node" attr.name="age" attr.type="string"/><key id="n_note"', '<key id="n_x" for="node" attr.name="aged" attr.type="string"/><key id="n_note"'),
    ("D3", X, 'value="41"', 'value="x41"', 'value="+41"'),
    ("D4", M, NOTE, ">INFO-2021<", ">Info-2021<"),
    ("D4", X, 'label="民政局"', 'label="民政局INF"', 'label="民政局inf"'),
    ("D5", M, NOTE, ">书\x0b记<", ">书\t记<"),
    ("D5", X, 'label="民政局"', 'label="民政&#11;局"', 'label="民政&amp;局"'),
    ("D6", M, NOTE, ">&#20070;记<", ">书记&#38;<"),
    ("D6", M, NOTE, ">书\n记<", ">书 记<"),
    ("D7", M, ">true<", ">True<", ">false<"),
    ("D7", M, AGE, ">nan<", ">4<"),
    ("D8", M, '<node id="org:1">', '<node id="per:1"/><node id="org:1">', '<node id="per:2"/><node id="org:1">'),
    ("D8", X, '<node id="org:1"', '<node id="民政局"/><node id="org:1"', '<node id="org:minzheng"/><node id="org:1"'),
    ("D8", X, '<node id="org:1"', '<node id=" org:2"/><node id="org:1"', '<node id="org-2"/><node id="org:1"'),
    ("E1", X, 'version="1.3"', 'version="1.2"', 'version="1.3" '),
    ("E1", X, 'xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"', 'xmlns="http://gexf.net/1.3/"'),
    ("E2", X, ' timeformat="date"', ' timeformat="long"', ' timeformat="date" '),
    ("E2", X, ' timerepresentation="interval"', "", ' timerepresentation="interval" '),
    ("E2", X, ' mode="dynamic"', ' mode="static"', ' mode="dynamic" '),
    ("E2", X, 'id="org:1" label', 'id="org:1" timestamp="2024-08-01" label', 'id="org:1" start="2024-08-01" end="2024-08-01" label'),
    ("E3", X, 'label="王芳" start="2024-08-01"', 'label="王芳" start="2024-08"', 'label="王芳" start="2024-08-31"'),
    ("E3", X, 'label="王芳" start="2024-08-01"', 'label="王芳" start="2024-09-01"', 'label="王芳" start="2023-02-28"'),
    ("E3", X, 'label="王芳" start="2024-08-01"', 'label="王芳" start="2023-02-29"', 'label="王芳" start="2024-02-29"'),
    ("E3", X, 'label="王芳" start="2024-08-01"', 'label="王芳"', 'label="王芳" start="0001-01-01"'),
    ("E4", X, 'spell start="2024-08-01"', 'spell start="2019-11-30"', 'spell start="2019-12-01"'),
    ("E4", X, 'weight="2.0" start="2019-11-01"', 'weight="2.0" start="2018-01-01"', 'weight="2.0"  start="2019-11-01"'),
    ("E4", X, 'for="age" value="41"', 'for="age" value="41" start="2024-08-01" end="2024-08-02"', 'for="age" value="42"'),
    ("E5", X, 'id="relation" title="relation"', 'id="relation" title="关系"', 'title="relation" id="relation"'),
    ("E5", X, 'id="age" title="age"', 'id="0" title="0"', 'id="age" title="age" '),
    ("E5", X, 'class="edge"', 'class="edges"', "class='edge'"),
    ("E6", X, 'b="0" a="1"', 'b="0" a="0"', 'b="0" a="0.5"'),
    ("E6", X, 'r="213"', 'r="0.8"', 'r="0"'),
    ("E6", X, 'value="4"/></node>', 'value="0"/></node>', 'value="0.4"/></node>'),
    ("E6", X, 'x="1"', 'x="NaN"', 'x="-1e3"'),
    ("E6", X, 'id="org:1" label', 'id="org:1" pid="per:1" label', 'id="org:1"  label'),
    ("E7", X, 'id="first_date" title="first_date"', 'id="since" title="since"', 'id="year" title="year"'),
    ("F2", M, LABEL, f">{'学' * 41}<", f">{'学' * 40}<"),
    ("F3", M, 'attr.name="note"', 'attr.name="备注"', 'attr.name="bei_zhu"'),
]  # fmt: skip
