package org.clew.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.clew", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String FEATURES =
      "entity|source|evidence|observation|ingest|claim|coordination|trace|attribution|links|export"
          + "|query|job|access";

  @ArchTest
  static final ArchRule modulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("org.clew.model..")
          .layer("cypher")
          .definedBy("org.clew.cypher..")
          .layer("loader")
          .definedBy("org.clew.loader..")
          .layer("api")
          .definedBy("org.clew.api..")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("loader")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("cypher")
          .mayOnlyBeAccessedByLayers("loader", "api")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("cypher", "loader", "api");

  @ArchTest
  static final ArchRule modelIsPureJava =
      noClasses()
          .that()
          .resideInAPackage("org.clew.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.neo4j..", "io.micronaut..", "com.fasterxml..", "java.sql..", "java.net.http..");

  @ArchTest
  static final ArchRule onlyCypherSpeaksToNeo4j =
      noClasses()
          .that()
          .resideInAnyPackage("org.clew.model..", "org.clew.loader..", "org.clew.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.neo4j..");

  @ArchTest
  static final ArchRule packagesAreFeatures =
      classes()
          .that()
          .resideInAPackage("org.clew..")
          .should()
          .haveNameMatching(
              "org\\.clew\\.(?:(?:model|cypher|loader|api)\\.(?:(?:"
                  + FEATURES
                  + ")\\.)?|cypher\\.(?:schema|database)\\.|api\\.(?:cli|http)\\.)[^.]+");

  @ArchTest
  static final ArchRule featuresOfTheModelHaveNoCycles =
      slices().matching("org.clew.model.(*)..").should().beFreeOfCycles();
}
