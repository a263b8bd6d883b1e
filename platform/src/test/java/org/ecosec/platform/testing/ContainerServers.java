package org.ecosec.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Testcontainers, where a Docker engine answers. Other images (a mirror's, say) are named by {@code
 * ECOSEC_TEST_POSTGRES_IMAGE} and {@code ECOSEC_TEST_KAFKA_IMAGE}.
 */
final class ContainerServers {

  private ContainerServers() {}

  static boolean engineAnswers() {
    boolean named = System.getenv("DOCKER_HOST") != null;
    boolean socket = Files.exists(Path.of("/var/run/docker.sock"));
    return (named || socket) && DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // Ended by Testcontainers when the JVM ends.
  static RealServers.Servers start() {
    var postgres =
        new PostgreSQLContainer(image("ECOSEC_TEST_POSTGRES_IMAGE", "postgres:18", "postgres"));
    postgres.start();
    var kafka =
        new KafkaContainer(image("ECOSEC_TEST_KAFKA_IMAGE", "apache/kafka:4.1.1", "apache/kafka"));
    kafka.start();
    Logger.getLogger(ContainerServers.class)
        .info("Tests run on PostgreSQL and Kafka in containers");
    var server =
        "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/";
    return new RealServers.Servers(
        server, postgres.getUsername(), postgres.getPassword(), kafka.getBootstrapServers());
  }

  private static DockerImageName image(String variable, String usual, String standsFor) {
    var name = System.getenv(variable);
    return DockerImageName.parse(name == null ? usual : name).asCompatibleSubstituteFor(standsFor);
  }
}
