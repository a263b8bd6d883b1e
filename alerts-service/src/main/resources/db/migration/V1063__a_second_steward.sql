-- A rule that asks for a second steward changes by a proposal, which somebody else publishes.
create table rule_proposal (
  id           uuid        primary key,
  rule_id      text        not null,
  base_version integer     not null,
  body         text        not null,
  proposed_by  uuid        not null,
  proposed_at  timestamptz not null,
  outcome      text check (outcome in ('PUBLISHED', 'WITHDRAWN')),
  decided_by   uuid,
  decided_at   timestamptz
);
create unique index rule_proposal_open on rule_proposal (rule_id) where outcome is null;
alter table rule_version add column approved_by uuid;
