package org.ecosec.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key} on POST: the answer is stored in the transaction of the act, so that a
 * repeat after any crash either finds it or acts for the first time.
 */
@ApplicationScoped
public class Idempotency {

  private static final int MAX_KEY = 200;

  private final StoredAnswers answers;
  private final Caller caller;
  private final ObjectMapper json;

  Idempotency(StoredAnswers answers, Caller caller, ObjectMapper json) {
    this.answers = answers;
    this.caller = caller;
    this.json = json;
  }

  /** Acts once for a key; the same key with another request is refused (422). */
  @Transactional
  public Response once(@Nullable String key, Object request, Supplier<Response> act) {
    return once(key, request, act, answer -> answer);
  }

  /** As above; of the answer only what {@code kept} leaves is stored, and given to a repeat. */
  @Transactional
  public Response once(
      @Nullable String key, Object request, Supplier<Response> act, UnaryOperator<Object> kept) {
    if (key == null) {
      return act.get();
    }
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw Problem.badRequest("bad-idempotency-key", "Idempotency-Key takes 1 to 200 characters.");
    }
    var hash = hash(request);
    if (!answers.reserve(caller.id(), caller.route(), key, hash)) {
      return repeat(answers.find(caller.id(), caller.route(), key), hash);
    }
    var response = act.get();
    answers.store(caller.id(), caller.route(), key, response, body(response, kept));
    return response;
  }

  /** Drops the answers that a caller was given, by the id that the caller is written down as. */
  @Transactional
  public void forget(String callerId) {
    answers.forget(callerId);
  }

  private static Response repeat(StoredAnswers.Answer answer, String hash) {
    if (!answer.requestHash().equals(hash)) {
      throw Problem.unprocessable(
          "idempotency-key-reused", "This Idempotency-Key came with another body; use a new key.");
    }
    var response = Response.status(answer.status()).entity(answer.body()).type("application/json");
    if (answer.location() != null) {
      response.header("Location", answer.location());
    }
    if (answer.etag() != null) {
      response.header("ETag", answer.etag());
    }
    return response.header("Idempotent-Replayed", "true").build();
  }

  private String hash(Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(request)));
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable String body(Response response, UnaryOperator<Object> kept) {
    try {
      return response.hasEntity()
          ? json.writeValueAsString(kept.apply(response.getEntity()))
          : null;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
