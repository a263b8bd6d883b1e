package org.ecosec.platform.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class OpenRecord {
  @Id long id;
}
