-- Questions a scholar asks first. Every row names the page and the printed line it rests on.
CREATE VIEW who_holds_office AS
SELECT p.name AS person, r.role AS office, o.name AS body, o.type AS body_type, r.status, r.as_of, pg.date AS issue,
       r.quote, r.page_id, r.article_id, r.rule, r.confidence
FROM relations r JOIN entities p ON p.entity_id = r.head JOIN entities o ON o.entity_id = r.tail
LEFT JOIN pages pg ON pg.page_id = r.page_id
WHERE r.type = 'holds_position' AND r.polarity = 'positive'
ORDER BY person, issue, office, r.relation_id;
COMMENT ON VIEW who_holds_office IS '谁任何职: one row per printed statement that somebody holds an office';

CREATE VIEW campaign_districts AS
WITH direct AS (
  SELECT head AS campaign, tail AS district, page_id, quote, NULL AS happening_id FROM relations WHERE type = 'held_in' AND polarity = 'positive'
), reported AS (
  SELECT c.entity_id AS campaign, d.entity_id AS district, e.page_id, e.quote, e.happening_id
  FROM events e, UNNEST(e.arguments) AS x(c), UNNEST(e.arguments) AS y(d)
  WHERE c.role = 'campaign' AND d.role IN ('place', 'target', 'agent') AND e.polarity = 'positive'
)
SELECT c.name AS campaign, d.name AS district, d.level, d.code, count(*) AS evidences, min(pg.date) AS first_issue,
       max(pg.date) AS last_issue, min(f.quote) AS quote, count(DISTINCT f.happening_id) AS happenings
FROM (SELECT * FROM direct UNION ALL SELECT * FROM reported) f
JOIN entities c ON c.entity_id = f.campaign JOIN entities d ON d.entity_id = f.district
LEFT JOIN pages pg ON pg.page_id = f.page_id
WHERE c.type = 'campaign' AND d.type = 'district'
GROUP BY c.entity_id, c.name, d.entity_id, d.name, d.level, d.code ORDER BY campaign, district, d.entity_id;
COMMENT ON VIEW campaign_districts IS '专项活动在哪些区域开展: by statement (held_in) or by events that name both; happenings counts the events, each once however often it is told';

CREATE VIEW events_by_month AS
SELECT regexp_extract(coalesce(e.time, pg.date), '^\d{4}-\d{2}') AS month, e.type, count(*) AS events,
       count(*) FILTER (e.time IS NULL) AS dated_by_issue
FROM events e LEFT JOIN pages pg ON pg.page_id = e.page_id
WHERE e.polarity = 'positive' AND e.modality = 'actual' AND e.event_id = e.happening_id
GROUP BY ALL ORDER BY month, e.type;
COMMENT ON VIEW events_by_month IS '每月事件数: each happening once; month of the event, or of the issue where the event is not dated; empty where neither has a month';

CREATE VIEW happenings AS
SELECT e.happening_id, any_value(e.type) AS type, coalesce(min(e.time) FILTER (e.event_id = e.happening_id), min(e.time)) AS time,
       count(*) AS reports, count(DISTINCT e.page_id) AS pages, count(DISTINCT pg.newspaper) AS newspapers, min(pg.date) AS first_issue,
       coalesce(min(e.quote) FILTER (e.event_id = e.happening_id), min(e.quote)) AS quote,
       list(e.event_id ORDER BY pg.date, e.event_id) AS event_ids
FROM events e LEFT JOIN pages pg ON pg.page_id = e.page_id
GROUP BY e.happening_id ORDER BY reports DESC, time, e.happening_id;
COMMENT ON VIEW happenings IS '同一事件与其各次报道: one row per happening, with how many reports, pages and newspapers tell of it, planned and denied ones too';

CREATE VIEW who_works_with_whom AS
WITH acting AS (
  SELECT DISTINCT e.happening_id, e.event_id, a.entity_id FROM events e, UNNEST(e.arguments) AS x(a)
  WHERE a.role IN ('agent', 'participant') AND e.polarity = 'positive' AND e.modality = 'actual'
)
SELECT l.name AS one, l.type AS one_type, r.name AS other, r.type AS other_type, count(DISTINCT a.happening_id) AS events,
       coalesce(min(e.quote) FILTER (a.event_id = b.event_id), min(e.quote)) AS quote,
       coalesce(arg_min(e.page_id, e.quote) FILTER (a.event_id = b.event_id), arg_min(e.page_id, e.quote)) AS page_id
FROM acting a JOIN acting b ON a.happening_id = b.happening_id AND a.entity_id < b.entity_id
JOIN entities l ON l.entity_id = a.entity_id JOIN entities r ON r.entity_id = b.entity_id
JOIN events e ON e.event_id = a.event_id
WHERE l.type IN ('person', 'organisation') AND r.type IN ('person', 'organisation')
GROUP BY l.entity_id, l.name, l.type, r.entity_id, r.name, r.type ORDER BY events DESC, one, other, l.entity_id, r.entity_id;
COMMENT ON VIEW who_works_with_whom IS '谁与谁共事: people and organisations that act or take part in the same happening, in one report or in several; each happening once';

CREATE VIEW names_in_print AS
SELECT e.name, e.type, m.text AS printed, count(*) AS times, count(DISTINCT m.article_id) AS articles
FROM mentions m JOIN entities e USING (entity_id) GROUP BY e.entity_id, e.name, e.type, m.text ORDER BY e.name, printed, e.type;
COMMENT ON VIEW names_in_print IS '同一对象的各种写法: every printed form of a name';
