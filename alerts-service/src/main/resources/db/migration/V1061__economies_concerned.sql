-- The economies that an alert concerns in any part, and those that a subscriber wants to hear of.
-- everyone_but: null unless the whole world is concerned, and then who is spared.
alter table alert
  add column economies    text[] not null default '{}',
  add column everyone_but text[];
update alert set economies = array(
  select distinct code from unnest(array [importer, partner]) as code where code <> 'ALL' order by code);
alter table subscription add column economies text[] not null default '{}';
