package org.ecosec.platform.security;

/**
 * What is written down for a person who calls. A service that can erase people keeps their names in
 * one table and writes an opaque id everywhere else.
 */
public interface Pseudonyms {

  /** Of the name in the token; the same for the same person until they are erased. */
  String of(String name);
}
