-- How well economies are governed, append-only like all that a figure rests on. What ships first is
-- known from revision 0 on, so that answers of before stay as they were.
create table governance_score (
  economy       text     not null,
  source        text     not null,
  year          smallint not null,
  score         numeric  not null check (score between 0 and 1),
  from_revision bigint   not null,
  to_revision   bigint
);
create unique index governance_score_open on governance_score (economy) where to_revision is null;
