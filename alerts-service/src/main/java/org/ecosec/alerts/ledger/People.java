package org.ecosec.alerts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.security.Pseudonyms;
import org.ecosec.platform.sql.Database;

/**
 * Opaque ids of people. Their names are in this one table, until they are erased; everything else
 * that is stored, the ledger and the audit ledger too, holds the id.
 */
@ApplicationScoped
public class People implements Pseudonyms {

  private final Database sql;

  People(Database sql) {
    this.sql = sql;
  }

  /** The id of a name, the same until the person is erased. */
  @Transactional
  public UUID idOf(String name) {
    return find(name)
        .orElseGet(
            () -> {
              sql.update(
                  "insert into ledger_person (id, name) values (gen_random_uuid(), ?)"
                      + " on conflict do nothing",
                  name);
              return find(name).orElseThrow();
            });
  }

  @Override
  @Transactional
  public String of(String name) {
    return idOf(name).toString();
  }

  public Optional<UUID> find(String name) {
    return sql.first(
        "select id from ledger_person where name = ?", row -> row.getObject(1, UUID.class), name);
  }

  /** Empty once the person is erased. */
  public Optional<String> name(UUID id) {
    return sql.first("select name from ledger_person where id = ?", row -> row.getString(1), id);
  }

  /** The names behind ids, for those who read them. */
  public Names names(Collection<UUID> ids) {
    var names = new HashMap<UUID, String>();
    if (!ids.isEmpty()) {
      sql.each(
          "select id, name from ledger_person where id = any(?::text[]::uuid[])",
          row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
          ids.stream().map(UUID::toString).toList());
    }
    return new Names(names);
  }

  /** Nobody can tell any more who stood behind the id; what is in the ledger stays. */
  @Transactional
  public boolean erase(UUID id) {
    return sql.update("delete from ledger_person where id = ?", id) == 1;
  }
}
