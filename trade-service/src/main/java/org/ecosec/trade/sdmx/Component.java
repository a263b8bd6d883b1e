package org.ecosec.trade.sdmx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the data structure: what identifies an observation, measures it or describes it. */
sealed interface Component permits Component.Dimension, Component.Measure, Component.Attribute {

  /** The id in the structure. */
  String name();

  String title();

  /** The column of a trade observation {@code o} or its slice {@code s}. */
  String column();

  /** Of any kind, by its id. */
  static Optional<Component> of(String id) {
    return Stream.<Component[]>of(Dimension.values(), Measure.values(), Attribute.values())
        .flatMap(Arrays::stream)
        .filter(component -> component.name().equals(id))
        .findFirst();
  }

  /** In the order of the series key, then time. */
  enum Dimension implements Component {
    FREQ("s.freq", "Frequency", "CL_FREQ"),
    REPORTER("s.reporter", "Reporting economy", "CL_AREA"),
    PARTNER("o.partner", "Partner economy or area", "CL_AREA"),
    FLOW("s.flow", "Direction of trade, seen from the reporter", "CL_FLOW"),
    CLASSIFICATION(
        "s.classification || s.edition",
        "Product classification with its edition",
        "CL_CLASSIFICATION"),
    PRODUCT("o.product", "Product", "CL_PRODUCT"),
    SOURCE("s.source", "Who published the figure", "CL_SOURCE"),
    TIME_PERIOD("s.period", "Year or month", "");

    /** How many dimensions a series key has: all but time. */
    static final int KEY_LENGTH = 7;

    private static final List<Dimension> ORDER = List.of(values());

    private final String column;
    private final String title;
    private final String codelist;

    Dimension(String column, String title, String codelist) {
      this.column = column;
      this.title = title;
      this.codelist = codelist;
    }

    @Override
    public String column() {
      return column;
    }

    @Override
    public String title() {
      return title;
    }

    /** The dimension at a place of the key, counted from 0; time comes after the key. */
    static Dimension at(int position) {
      return ORDER.get(position);
    }

    int position() {
      return ORDER.indexOf(this);
    }

    /** Empty for time, which has none. */
    String codelist() {
      return codelist;
    }
  }

  /** Numbers; the first is the primary one of older formats. */
  enum Measure implements Component {
    OBS_VALUE("o.value_usd", "Value in US dollars"),
    NET_WEIGHT("o.net_weight_kg", "Net weight in kilograms"),
    QUANTITY("o.quantity", "Quantity in QUANTITY_UNIT");

    private final String column;
    private final String title;

    Measure(String column, String title) {
      this.column = column;
      this.title = title;
    }

    @Override
    public String column() {
      return column;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** All are attached to the observation. */
  enum Attribute implements Component {
    UNIT_MEASURE("'USD'", "Unit of OBS_VALUE"),
    QUANTITY_UNIT("o.quantity_unit", "Unit of QUANTITY"),
    VALUATION("o.valuation", "CIF or FOB"),
    OBS_STATUS("case when o.estimated then 'E' else 'A' end", "A normal, E estimated");

    private final String column;
    private final String title;

    Attribute(String column, String title) {
      this.column = column;
      this.title = title;
    }

    @Override
    public String column() {
      return column;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
