-- How a publisher's file is read, by name and version: a change adds a version. Shipped profiles are
-- in the product; one here with the name of a shipped one is refused.
create table source_profile (
  name       text        not null,
  version    integer     not null,
  document   jsonb       not null,
  created_by text        not null,
  created_at timestamptz not null,
  primary key (name, version)
);
alter table trade_import add column profile_version integer;
