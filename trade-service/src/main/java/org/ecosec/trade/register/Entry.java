package org.ecosec.trade.register;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What a steward keeps by hand under a name of its own. */
public interface Entry {

  /** Unique within its kind. */
  @JsonIgnore
  String entryId();
}
