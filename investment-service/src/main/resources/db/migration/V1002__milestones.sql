-- A day is kept with its precision: of a MONTH or a YEAR it is the day assumed within it.
create domain precision_of_day as text check (value in ('DAY', 'MONTH', 'YEAR'));

create table milestone (
  row_id              bigint generated always as identity primary key,
  id                  text   not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision       bigint not null,
  to_revision         bigint check (to_revision > from_revision),
  project_id          text   not null,
  title               text   not null,
  started_on          date,
  planned_on          date,
  planned_precision   precision_of_day,
  baseline_on         date,
  baseline_precision  precision_of_day,
  rebaselinings       int    not null check (rebaselinings >= 0),
  forecast_on         date,
  forecast_precision  precision_of_day,
  reached_on          date,
  reached_precision   precision_of_day,
  reported_on         date,
  reference_class     text,
  source              text   not null,
  handling            text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED')),
  notes               text,
  check ((planned_on is null) = (planned_precision is null)),
  check ((baseline_on is null) = (baseline_precision is null)),
  check ((forecast_on is null) = (forecast_precision is null)),
  check ((reached_on is null) = (reached_precision is null)),
  check (planned_on is null or baseline_on is not null),
  check (started_on < planned_on)
);
create unique index milestone_current on milestone (id) where to_revision is null;
create index milestone_history on milestone (id, from_revision);
create index milestone_project on milestone (project_id, id);
create index milestone_expected on milestone (coalesce(forecast_on, baseline_on))
  where to_revision is null and reached_on is null;

-- Each moving of a baseline, with who says so: the first plan is never lost.
create table milestone_rebaselining (
  row_id           bigint generated always as identity primary key,
  id               text   not null,
  from_revision    bigint not null,
  to_revision      bigint check (to_revision > from_revision),
  milestone_id     text   not null,
  ordinal          int    not null check (ordinal > 0),
  before_on        date,
  before_precision precision_of_day,
  after_on         date   not null,
  after_precision  precision_of_day not null,
  decided_on       date,
  reason           text   not null,
  source           text   not null,
  handling         text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create unique index milestone_rebaselining_current on milestone_rebaselining (id)
  where to_revision is null;
create index milestone_rebaselining_of on milestone_rebaselining (milestone_id, ordinal);

-- What became of comparable works: percentiles of actual over planned duration, as published.
create table reference_class (
  row_id             bigint generated always as identity primary key,
  id                 text    not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  from_revision      bigint  not null,
  to_revision        bigint  check (to_revision > from_revision),
  title              text    not null,
  p50_duration_ratio numeric not null check (p50_duration_ratio > 0),
  p80_duration_ratio numeric not null check (p80_duration_ratio >= p50_duration_ratio),
  sample_size        int     not null check (sample_size > 0),
  source             text    not null,
  handling           text    not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create unique index reference_class_current on reference_class (id) where to_revision is null;

do $$
declare fact text;
begin
  foreach fact in array array['milestone', 'milestone_rebaselining', 'reference_class'] loop
    execute format('create trigger append_only before update or delete on %I
      for each row execute function append_only()', fact);
    execute format('alter table %I enable row level security', fact);
    execute format('create policy clearance on %I using (cleared_for(handling))
      with check (true)', fact);
  end loop;
end $$;

-- What other services were last told of a key, to tell them only news, beside what was before.
create table told (
  topic      text   not null,
  record_key text   not null,
  revision   bigint not null,
  said       text   not null,
  primary key (topic, record_key)
);
insert into told select 'investment.progress.v1', pledge_id, revision, said from progress_told;
drop table progress_told;
