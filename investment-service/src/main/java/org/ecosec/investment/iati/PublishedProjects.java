package org.ecosec.investment.iati;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ecosec.investment.iati.PublishedProject.Date;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.Party;
import org.ecosec.investment.project.ProjectStatus;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads what is published, as of a revision; the caller's clearance filters here as well. */
@ApplicationScoped
class PublishedProjects {

  private static final String PROJECTS =
      """
      select p.id, p.title, p.notes, p.status, p.sector, to_jsonb(p.places) as places,
        (select jsonb_agg(jsonb_build_object('name', name, 'economy', economy, 'role', role)
          order by position) from project_party where project_row = p.row_id) as parties,
        (select jsonb_agg(jsonb_build_array(d.type, d.day) order by d.type) from milestone m
          cross join lateral (values ('2', m.started_on, 'DAY'),
            ('3', m.baseline_on, m.baseline_precision), ('4', m.reached_on, m.reached_precision))
            d (type, day, precise)
          where m.project_id = p.id and m.id = p.id || '-end' and d.day is not null
            and d.precise = 'DAY' and known_at(m.from_revision, m.to_revision, ?)
            and m.handling = any (?)) as dates,
        p.parent_id, p.same_as, a.identifier, a.details
      from project p
      left join iati_activity a on a.id = p.id and known_at(a.from_revision, a.to_revision, ?)
      """;

  private static final String AFTER =
      PROJECTS
          + """
            where p.id > ? and known_at(p.from_revision, p.to_revision, ?) and p.handling = any (?)
            order by p.id limit ?
            """;

  private static final String NAMED =
      PROJECTS
          + """
            where p.id = any (?) and known_at(p.from_revision, p.to_revision, ?)
              and p.handling = any (?)
            """;

  private static final String MONEY =
      """
      select t.id, t.project_id, t.type, t.amount, t.currency, t.value_date, t.financier_name,
        t.financier_scope, t.notes
      from money_transaction t
      where t.project_id = any (?) and known_at(t.from_revision, t.to_revision, ?)
        and t.handling = any (?) and t.reverses is null
        and not exists (select from money_transaction r where r.reverses = t.id
          and known_at(r.from_revision, r.to_revision, ?))
      order by t.project_id, t.value_date, t.id
      """;

  private final Database database;
  private final ObjectMapper json;
  private final Clearance clearance;

  PublishedProjects(Database database, ObjectMapper json, Clearance clearance) {
    this.database = database;
    this.json = json;
    this.clearance = clearance;
  }

  List<PublishedProject> after(String id, long revision, int limit) {
    return database.list(
        AFTER, this::project, revision, levels(), revision, id, revision, levels(), limit);
  }

  /** Those of them that stand on record and may be seen, by id. */
  Map<String, PublishedProject> named(Collection<String> ids, long revision) {
    return database
        .list(NAMED, this::project, revision, levels(), revision, ids, revision, levels())
        .stream()
        .collect(toMap(PublishedProject::id, one -> one));
  }

  /** In the order of project, value date and id, without keeping them. */
  void money(Collection<String> projects, long revision, Consumer<PublishedMoney> taker) {
    database.each(MONEY, row -> taker.accept(money(row)), projects, revision, levels(), revision);
  }

  private List<String> levels() {
    var levels = new ArrayList<String>();
    for (HandlingLevel level : HandlingLevel.values()) {
      if (clearance.mayShow(level)) {
        levels.add(level.name());
      }
    }
    return levels;
  }

  private PublishedProject project(ResultSet row) throws SQLException {
    var status = row.getString("status");
    var dates = new ArrayList<Date>();
    for (JsonNode date : tree(row.getString("dates"))) {
      dates.add(new Date(date.get(0).asText(), java.time.LocalDate.parse(date.get(1).asText())));
    }
    var details = row.getString("details");
    return new PublishedProject(
        row.getString("id"),
        row.getString("title"),
        row.getString("notes"),
        status == null ? null : ProjectStatus.valueOf(status),
        row.getString("sector"),
        json.convertValue(tree(row.getString("places")), new TypeReference<List<String>>() {}),
        json.convertValue(tree(row.getString("parties")), new TypeReference<List<Party>>() {}),
        dates,
        row.getString("parent_id"),
        row.getString("same_as"),
        row.getString("identifier"),
        details == null ? null : tree(details));
  }

  private static PublishedMoney money(ResultSet row) throws SQLException {
    return new PublishedMoney(
        row.getString(1),
        row.getString(2),
        TransactionType.valueOf(row.getString(3)),
        row.getBigDecimal(4),
        row.getString(5),
        row.getObject(6, java.time.LocalDate.class),
        row.getString(7),
        FinancierScope.valueOf(row.getString(8)),
        row.getString(9));
  }

  private JsonNode tree(@Nullable String text) {
    try {
      return text == null ? json.createArrayNode() : json.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
