package org.ecosec.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Strong entity tags: the hash of the bytes of a representation. */
@ApplicationScoped
public class Etags {

  private final ObjectMapper json;

  Etags(ObjectMapper json) {
    this.json = json;
  }

  /** The tag that a GET of this view answers, in quotes. */
  public String of(Object view) {
    return of(bytes(view));
  }

  byte[] bytes(Object view) {
    try {
      return json.writeValueAsBytes(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String of(byte[] representation) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(representation);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
