package org.ecosec.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final String OLD = "an old key of at least 32 characters";
  private static final String NEW = "a new key of at least 32 characters!";
  private final UUID subscription = UUID.randomUUID();

  @Test
  void whatIsSealedOpensWithTheSameKeyAndLooksDifferentEachTime() {
    var box = new SecretBox(List.of(OLD));
    var sealed = box.seal(subscription, "whsec_abc");
    assertThat(box.open(subscription, sealed)).isEqualTo("whsec_abc");
    assertThat(sealed).doesNotContain("whsec").isNotEqualTo(box.seal(subscription, "whsec_abc"));
  }

  @Test
  void aKeyIsReplacedByPuttingANewOneInFront() {
    var sealed = new SecretBox(List.of(OLD)).seal(subscription, "whsec_abc");
    assertThat(new SecretBox(List.of(NEW, OLD)).open(subscription, sealed)).isEqualTo("whsec_abc");
    var box = new SecretBox(List.of(NEW));
    assertThatThrownBy(() -> box.open(subscription, sealed)).hasMessageContaining("another key");
  }

  @Test
  void aSecretOfAnotherSubscriptionOrAnAlteredOneDoesNotOpen() {
    var box = new SecretBox(List.of(OLD));
    var sealed = box.seal(subscription, "whsec_abc");
    assertThatThrownBy(() -> box.open(UUID.randomUUID(), sealed)).hasMessageContaining("altered");
    var altered = sealed.substring(0, sealed.length() - 4) + "AAA=";
    assertThatThrownBy(() -> box.open(subscription, altered)).hasMessageContaining("altered");
  }

  @Test
  void aShortKeyStopsTheStart() {
    assertThatThrownBy(() -> new SecretBox(List.of("short"))).hasMessageContaining("secret-keys");
  }
}
