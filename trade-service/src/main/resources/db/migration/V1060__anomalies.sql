-- Months of monthly series that moved beyond their history, and the few after each; append-only. The
-- tier is that of the series alone: other lines of evidence are looked up at a read.
create table anomaly (
  source         text   not null,
  reporter       text   not null,
  flow           text   not null,
  classification text   not null,
  product        text   not null,
  partner        text   not null,
  metric         text   not null,
  period         text   not null,
  tier           text   not null check (tier in ('NONE', 'WATCH', 'ALERT')),
  direction      text   not null check (direction in ('DROP', 'RISE')),
  detector       text   not null,
  z              numeric not null,
  observed       numeric not null,
  expected       numeric not null,
  lower          numeric not null,
  upper          numeric not null,
  reason         text,
  from_revision  bigint not null,
  to_revision    bigint
);
create unique index anomaly_open on anomaly
  (source, reporter, flow, classification, product, partner, metric, period) where to_revision is null;
create index anomaly_series on anomaly (reporter, product, period, partner);

-- Public, uncontested measures between two economies that name the product, from the month of their
-- announcement until four months after that of their effect: front-loading and the fall itself.
create function listed_measures(reporter text, partner text, classification text, product text,
  period text, revision bigint) returns text[] language sql stable as $$
  select coalesce(array_agg(m.id order by m.id), '{}') from measure m
  where m.from_revision <= $6 and (m.to_revision is null or m.to_revision > $6)
    and m.handling = 'PUBLIC' and m.document ->> 'status' = 'CONFIRMED'
    and not (m.document ->> 'contested')::boolean
    and m.imposer in ($1, $2)
    and (m.document #>> '{targets,kind}' = 'ALL' or $2 in ('ALL', 'W00')
      or jsonb_exists(m.document #> '{targets,economies}', case when m.imposer = $1 then $2 else $1 end)
        = (m.document #>> '{targets,kind}' = 'ONLY'))
    and exists (select 1 from jsonb_array_elements(m.document -> 'codes') c
      where c ->> 'classification' = $3
        and (starts_with($4, c ->> 'code') or starts_with(c ->> 'code', $4)))
    and coalesce(m.document #>> '{announced,precision}', m.document #>> '{effective,precision}') <> 'YEAR'
    and left(coalesce(m.document #>> '{announced,on}', m.document #>> '{effective,on}'), 7) <= $5
    and $5 <= to_char(to_date(left(coalesce(m.document #>> '{effective,on}',
      m.document #>> '{announced,on}'), 7), 'YYYY-MM') + interval '4 months', 'YYYY-MM')
    and (m.document #>> '{lifted,on}' is null or left(m.document #>> '{lifted,on}', 7) >= $5)
$$;
