package org.ecosec.journeys;

/** A start or command that cannot go on, said in one sentence that names the way out. */
final class Refusal extends RuntimeException {
  Refusal(String sentence) {
    super(sentence);
  }
}
