package org.ecosec.investment.imports;

/** The queries by which {@link StagedRelations} settles what a file names. */
final class RelationQueries {

  static final String UNKNOWN =
      """
      select part, coalesce((extra -> 'vintage' -> 'parentAt' ->> 'line')::bigint, line),
             coalesce(extra -> 'vintage' -> 'parentAt' ->> 'path', path),
             document ->> '%1$s'
      from staged_fact s
      where import_id = ? and kind = 'PROJECT' and document ->> '%1$s' is not null
        and not exists (select from staged_fact p where p.import_id = s.import_id
          and p.kind = 'PROJECT' and p.part > 0 and p.id = s.document ->> '%1$s')
        and not exists (select from project k where k.id = s.document ->> '%1$s'
          and k.to_revision is null and not k.handling = any (?))
      """;

  static final String FORGET =
      """
      update staged_fact s set document = document - '%1$s'
      where import_id = ? and kind = 'PROJECT' and document ->> '%1$s' is not null
        and not exists (select from staged_fact p where p.import_id = s.import_id
          and p.kind = 'PROJECT' and p.part > 0 and p.id = s.document ->> '%1$s')
        and not exists (select from project k where k.id = s.document ->> '%1$s'
          and k.to_revision is null and not k.handling = any (?))
      """;

  static final String PLEDGES =
      """
      select part, line, path, named.id from staged_fact s
      cross join lateral jsonb_array_elements_text(coalesce(s.document -> 'supersedes', '[]')
        || coalesce(s.document -> 'extended', '[]')
        || coalesce(s.document -> 'overlapping', '[]')) named (id)
      where import_id = ? and kind = 'PLEDGE'
        and not exists (select from staged_fact p where p.import_id = s.import_id
          and p.kind = 'PLEDGE' and p.id = named.id)
        and not exists (select from pledge k where k.id = named.id
          and k.to_revision is null and not k.handling = any (?))
      """;

  // What is staged counts before what is on record.
  static final String UP =
      """
      with recursive stated as materialized (
        select part, line, path, id, extra, document ->> 'parent_id' as parent from staged_fact
        where import_id = ? and kind = 'PROJECT' and document ?? 'parent_id'),
      standing as materialized (
        select id, parent from stated where parent is not null
        union all
        select id, parent_id from project where to_revision is null and parent_id is not null
          and id not in (select id from stated)),
      up(start, id, depth) as (
        select id, parent, 1 from stated where parent is not null
        union all
        select up.start, next.parent, up.depth + 1
        from up join standing next on next.id = up.id
        where up.id <> up.start and up.depth <= 20)
      select stated.part, coalesce((extra -> 'vintage' -> 'parentAt' ->> 'line')::bigint, line),
             coalesce(extra -> 'vintage' -> 'parentAt' ->> 'path', path), parent
      from up join stated on stated.id = up.start
      where\s""";

  // A parent names its children too: a child in the same file that names no parent takes it.
  static final String ADOPT_STAGED =
      """
      update staged_fact child
      set document = child.document || jsonb_build_object('parent_id', said.parent)
      from (
        select s.import_id, c.id as child, min(s.id) as parent from staged_fact s
        cross join lateral jsonb_array_elements_text(s.extra -> 'vintage' -> 'children') c (id)
        where s.import_id = ? and s.kind = 'PROJECT'
        group by 1, 2 having count(*) = 1) said
      where child.import_id = said.import_id and child.kind = 'PROJECT' and child.id = said.child
        and not child.document ?? 'parent_id'
        and not exists (select from project k
          where k.id = child.id and k.to_revision is null and k.parent_id is not null)
      """;

  // Of what is on record: whose publisher names a parent that comes now, or that a parent names.
  static final String ADOPT_KNOWN =
      """
      insert into staged_fact
        (import_id, kind, counted, part, line, path, id, document, otherwise, extra)
      select s.import_id, 'PROJECT', false, -s.part, s.line, s.path, said.child,
             jsonb_build_object('parent_id', s.id), '{}', null
      from (
        select a.id as child, a.details ->> 'parentProject' as parent from iati_activity a
        where a.to_revision is null and a.details ?? 'parentProject'
          and not exists (select from project k
            where k.id = a.details ->> 'parentProject' and k.to_revision is null)
        union
        select c.id, s.id from staged_fact s
        cross join lateral jsonb_array_elements_text(s.extra -> 'vintage' -> 'children') c (id)
        where s.import_id = ? and s.kind = 'PROJECT') said
      join staged_fact s on s.id = said.parent and s.kind = 'PROJECT' and s.part > 0
      join project child on child.id = said.child and child.to_revision is null
        and child.parent_id is null
      where s.import_id = ? and not exists (select from staged_fact own
        where own.import_id = s.import_id and own.kind = 'PROJECT' and own.id = said.child)
      """;

  // Of two reports of one activity the one that was on record first counts, then the first in the
  // file; what counts for others, or is allocated, goes on counting.
  static final String SAME =
      """
      with recursive said as materialized (
        select s.id, t.id as other from staged_fact s
        cross join lateral jsonb_array_elements_text(s.extra -> 'vintage' -> 'same') t (id)
        where s.import_id = ? and s.kind = 'PROJECT'),
      node as materialized (
        select one.id, k.same_as,
               (k.same_as is not null, s.id is not null,
                coalesce((select min(from_revision) from project since where since.id = one.id),
                  9223372036854775807), coalesce(s.part, 0)) as rank
        from (select id from said union select other from said) one
        left join staged_fact s on s.import_id = ? and s.kind = 'PROJECT' and s.part > 0
          and s.id = one.id
        left join project k on k.id = one.id and k.to_revision is null
        where s.id is not null or k.id is not null),
      edge as (
        select case when a.rank > b.rank then a.id else b.id end as later,
               case when a.rank > b.rank then b.id else a.id end as earlier
        from said join node a on a.id = said.id join node b on b.id = said.other),
      root(later, id) as (
        select later, earlier from edge
        union
        select root.later, coalesce(node.same_as, edge.earlier)
        from root join node on node.id = root.id left join edge on edge.later = root.id
        where coalesce(node.same_as, edge.earlier) is not null)
      update staged_fact s set document = s.document || jsonb_build_object('same_as', counts.id)
      from (
        select later, min(id) as id from root
        where id <> later and not exists (select from edge where edge.later = root.id)
          and not exists (select from node where node.id = root.id and node.same_as is not null)
        group by 1) counts
      where s.import_id = ? and s.kind = 'PROJECT' and s.part > 0 and s.id = counts.later
        and not exists (select from node where node.id = s.id and node.same_as is not null)
        and not exists (select from project k where k.same_as = s.id and k.to_revision is null)
        and not exists (select from allocation k
          where k.project_id = s.id and k.to_revision is null)
      """;

  private RelationQueries() {}
}
