package org.ecosec.investment.form;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The id of a resource: given by the client, or made from the title. */
public final class Slug {

  private static final int LONGEST = 100;

  private Slug() {}

  public static String of(@Nullable String given, String title) {
    if (given != null) {
      return given;
    }
    var plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    var slug = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var bounded = slug.substring(0, Math.min(LONGEST, slug.length()));
    new Fields("id-needed", "No id follows from this title: give one.")
        .slug("/id", bounded)
        .refuse();
    return bounded;
  }
}
