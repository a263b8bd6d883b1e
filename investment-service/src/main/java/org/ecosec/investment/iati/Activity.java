package org.ecosec.investment.iati;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code iati-activity} as its publisher wrote it, transactions apart; codes are IATI's. */
public record Activity(
    Place place,
    String identifier,
    Organisation reporter,
    boolean secondary,
    @Nullable String formerReporter,
    List<OtherIdentifier> otherIdentifiers,
    String title,
    String description,
    String status,
    List<Day> dates,
    List<Participant> participants,
    List<Share> countries,
    List<Share> regions,
    List<Share> sectors,
    List<String> locations,
    List<Related> related) {

  /** The sectors of this service, as IATI wants a publisher's own vocabulary to be named. */
  public static final String OWN_SECTORS = "urn:ecosec:sectors";

  public Activity {
    otherIdentifiers = List.copyOf(otherIdentifiers);
    dates = List.copyOf(dates);
    participants = List.copyOf(participants);
    countries = List.copyOf(countries);
    regions = List.copyOf(regions);
    sectors = List.copyOf(sectors);
    locations = List.copyOf(locations);
    related = List.copyOf(related);
  }

  /** Who publishes. */
  public record Organisation(String ref, String type, String name) {}

  /** What the activity is called elsewhere, or was before. */
  public record OtherIdentifier(String ref, @Nullable String type, @Nullable String standing) {

    OtherIdentifier standing(String other) {
      return new OtherIdentifier(ref, type, other);
    }

    /** True unless this service knows better. */
    public boolean holds() {
      return !Related.ELSEWHERE.equals(standing);
    }
  }

  /** Type 1 planned start, 2 actual start, 3 planned end, 4 actual end. */
  public record Day(Place place, String type, String on) {}

  /** Role 1 funding, 2 accountable, 3 extending, 4 implementing. */
  public record Participant(
      Place place,
      String role,
      @Nullable String name,
      @Nullable String ref,
      @Nullable String type,
      @Nullable String economy) {}

  /** A country, a region or a sector, with its part of the whole in percent. */
  public record Share(
      Place place,
      String code,
      @Nullable String vocabulary,
      @Nullable String vocabularyUri,
      @Nullable String percentage) {}

  /**
   * Type 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party: the same activity elsewhere.
   *
   * @param standing what an export of this service adds: known {@code here} and not said by the
   *     publisher, or said {@code elsewhere} and not so here
   */
  public record Related(Place place, String ref, String type, @Nullable String standing) {

    public static final String PARENT = "1";
    public static final String CHILD = "2";
    public static final String SAME = "5";
    public static final String HERE = "here";
    public static final String ELSEWHERE = "elsewhere";

    Related standing(String other) {
      return new Related(place, ref, type, other);
    }

    /** True if the publisher says so. */
    public boolean isPublished() {
      return !HERE.equals(standing);
    }

    /** True if it is so as far as this service knows. */
    public boolean holds() {
      return !ELSEWHERE.equals(standing);
    }
  }
}
