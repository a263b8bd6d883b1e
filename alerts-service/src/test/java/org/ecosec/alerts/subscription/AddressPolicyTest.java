package org.ecosec.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://93.184.216.34/hook",
        "https://8.8.8.8:8443/",
        "https://[2606:4700:4700::1111]/hook",
        "https://172.15.255.255/", // just below the private range
        "https://172.32.0.0/", // just above it
        "https://100.63.255.255/",
        "https://100.128.0.0/"
      })
  void publicAddressesPass(String url) throws RefusedAddress {
    assertThat(policy().check(url).target().secure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.255.255.254/",
        "https://0.0.0.0/",
        "https://0.1.2.3/",
        "https://10.0.0.1/",
        "https://100.64.0.1/", // carrier-grade NAT
        "https://100.127.255.255/",
        "https://169.254.169.254/latest/meta-data/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.0.0.8/",
        "https://192.0.2.1/",
        "https://192.88.99.1/",
        "https://192.168.1.1/",
        "https://198.18.0.1/",
        "https://198.19.255.255/",
        "https://198.51.100.7/",
        "https://203.0.113.7/",
        "https://224.0.0.1/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::7f00:1]/", // IPv4-compatible
        "https://[64:ff9b::7f00:1]/", // NAT64 of loopback
        "https://[64:ff9b:1::1]/",
        "https://[100::1]/",
        "https://[2001::1]/", // Teredo
        "https://[2001:db8::1]/",
        "https://[2002:7f00:1::]/", // 6to4 of loopback
        "https://[3fff::1]/",
        "https://[fc00::1]/",
        "https://[fd12:3456::1]/",
        "https://[fe80::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[::ffff:0:1]/",
        "https://[::ffff:7f00:1]/" // mapped loopback in hex
      })
  void whatIsNotPublicIsRefused(String url) {
    assertThatThrownBy(() -> policy().check(url)).isInstanceOf(RefusedAddress.class);
    assertThatThrownBy(() -> local().check(url)).isInstanceOf(RefusedAddress.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://0177.0.0.1/", // Java reads 177.0.0.1, libc loopback
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://127.0.0.1./",
        "https://1.2.3/",
        "https://1.2.3.256/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://user@example.org/",
        "https://user:password@example.org/",
        "https://example.org/#part",
        "https://exa mple.org/",
        "https://exam_ple.org/",
        "https://-example.org/",
        "https:///path",
        "https://example.org:0/",
        "https://example.org:65536/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "//example.org/",
        "example.org",
        ""
      })
  void onlyCanonicalUrlsAreRead(String url) {
    assertThatThrownBy(() -> local().check(url)).isInstanceOf(RefusedAddress.class);
  }

  @Test
  void plainHttpReachesLoopbackOnlyAndOnlyWhereAllowed() throws RefusedAddress {
    assertThat(local().check("http://127.0.0.1:8080/hook").target().port()).isEqualTo(8080);
    assertThat(local().check("http://[::1]:8080/hook").target().secure()).isFalse();
    assertThatThrownBy(() -> policy().check("http://127.0.0.1:8080/hook"))
        .isInstanceOf(RefusedAddress.class);
    assertThatThrownBy(() -> local().check("http://8.8.8.8/")).isInstanceOf(RefusedAddress.class);
    assertThatThrownBy(() -> local().check("http://10.0.0.1/")).isInstanceOf(RefusedAddress.class);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8 1.1.1.1, true",
    "8.8.8.8 10.0.0.1, false", // one bad address among good ones
    "10.0.0.1 8.8.8.8, false",
    "2606:4700::1 fd00::1, false"
  })
  void everyAddressOfAHostIsChecked(String answer, boolean passes) throws RefusedAddress {
    var resolving = new AddressPolicy(true, host -> addresses(answer));
    if (passes) {
      var checked = resolving.check("https://desk.example.org/hook");
      assertThat(checked.address().getHostAddress()).isEqualTo("8.8.8.8");
      assertThat(checked.target().host()).isEqualTo("desk.example.org");
    } else {
      assertThatThrownBy(() -> resolving.check("https://desk.example.org/hook"))
          .isInstanceOf(RefusedAddress.class);
    }
  }

  @Test
  void aNameThatChangesItsAnswerIsJudgedByTheOneThatIsConnectedTo() throws RefusedAddress {
    var answers = Stream.of("8.8.8.8", "127.0.0.1").iterator();
    var rebinding = new AddressPolicy(false, host -> addresses(answers.next()));
    assertThat(rebinding.check("https://rebind.example.org/").address().getHostAddress())
        .isEqualTo("8.8.8.8");
    assertThatThrownBy(() -> rebinding.check("https://rebind.example.org/"))
        .isInstanceOf(RefusedAddress.class);
  }

  @Test
  void anUnknownHostIsRefused() {
    var unknown =
        new AddressPolicy(
            false,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> unknown.check("https://nowhere.example.org/"))
        .hasMessageContaining("no name server knows");
  }

  private static AddressPolicy policy() {
    return new AddressPolicy(false, AddressPolicyTest::addresses);
  }

  private static AddressPolicy local() {
    return new AddressPolicy(true, AddressPolicyTest::addresses);
  }

  private static List<InetAddress> addresses(String literals) {
    return Stream.of(literals.split(" ", -1)).map(InetAddress::ofLiteral).toList();
  }
}
