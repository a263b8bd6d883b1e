-- Each moving of a pledge's end, with who says so: the first term is never lost.
create table pledge_rebaselining (
  row_id        bigint generated always as identity primary key,
  id            text   not null,
  from_revision bigint not null,
  to_revision   bigint check (to_revision > from_revision),
  pledge_id     text   not null,
  ordinal       int    not null check (ordinal > 0),
  before_on     date   not null,
  after_on      date   not null check (after_on <> before_on),
  decided_on    date,
  reason        text   not null,
  source        text   not null,
  handling      text   not null check (handling in ('PUBLIC', 'PARTNER', 'RESTRICTED'))
);
create unique index pledge_rebaselining_current on pledge_rebaselining (id)
  where to_revision is null;
create index pledge_rebaselining_of on pledge_rebaselining (pledge_id, ordinal);
create trigger append_only before update or delete on pledge_rebaselining
  for each row execute function append_only();
alter table pledge_rebaselining enable row level security;
create policy clearance on pledge_rebaselining using (cleared_for(handling)) with check (true);
