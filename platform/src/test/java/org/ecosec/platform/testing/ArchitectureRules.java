package org.ecosec.platform.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rules of the code that a build refuses to break; each service's tests check them all. */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /** Checks the classes of a service, whose features are the packages right under its root. */
  public static void check(String rootPackage) {
    var classes = production(rootPackage);
    rules(rootPackage).forEach(rule -> rule.check(classes));
  }

  static JavaClasses production(String rootPackage) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(rootPackage);
  }

  static List<ArchRule> rules(String root) {
    return List.of(
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        ENTITIES_STAY_HOME,
        MATHS_IS_PURE,
        NO_FIELD_INJECTION,
        NO_IMPL,
        PLATFORM_KNOWS_NO_FEATURE,
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  /** Those that a fault can be planted for in the platform itself, in the order of the faults. */
  public static List<ArchRule> rulesWithFaults(String root) {
    return rules(root).stream().filter(rule -> !rule.equals(PLATFORM_KNOWS_NO_FEATURE)).toList();
  }

  static final ArchRule ENTITIES_STAY_HOME =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .because("an entity never leaves its feature; the API speaks records")
          .allowEmptyShould(true);

  static final ArchRule MATHS_IS_PURE =
      classes()
          .that()
          .resideInAPackage("..math..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..")
                  .or(resideInAPackage("..math.."))
                  .or(resideInAPackage("org.jspecify.."))
                  // Linear algebra that is as pure as ours.
                  .or(resideInAPackage("org.ejml..")))
          .because("formulas are tried without a server")
          .allowEmptyShould(true);

  static final ArchRule NO_FIELD_INJECTION =
      fields()
          .should()
          .notBeAnnotatedWith(Inject.class)
          .andShould()
          .notBeAnnotatedWith(ConfigProperty.class)
          .because("constructors show what a class needs")
          .allowEmptyShould(true);

  static final ArchRule NO_IMPL =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .because("an interface with one implementation is a class")
          .allowEmptyShould(true);

  static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("org.ecosec.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.ecosec.trade..", "org.ecosec.investment..", "org.ecosec.alerts..")
          .allowEmptyShould(true);
}
