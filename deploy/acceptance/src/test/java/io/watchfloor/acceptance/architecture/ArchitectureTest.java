package io.watchfloor.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.watchfloor.contract.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house: which module may know which, and what each may use from outside. */
class ArchitectureTest {
    private static final JavaClasses SYSTEM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.watchfloor");

    /** Each module, by its package, with the modules it may know. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "contract", List.of(),
            "text", List.of("contract"),
            "graph", List.of("contract"),
            "graphserver", List.of(),
            "pipeline", List.of("contract", "text", "graph"),
            "drill", List.of("contract", "graph"),
            "gateway", List.of("contract", "graph"),
            "launcher", List.of("contract", "graph", "drill"),
            "testbed", List.of("contract", "launcher"));

    static Stream<String> modules() {
        return KNOWN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void shouldHoldTheArrowsBetweenModules(String module) {
        String[] known = Stream.concat(Stream.of(module), KNOWN.get(module).stream())
                .map(ArchitectureTest::packagesOf)
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(packagesOf(module)))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("io.watchfloor..")).or(resideInAnyPackage(known)))
                .check(SYSTEM);
    }

    @Test
    void shouldKnowEveryModule() {
        assertThat(SYSTEM.getPackage("io.watchfloor").getSubpackages().stream()
                        .map(JavaPackage::getRelativeName)
                        .filter(name -> !"acceptance".equals(name)))
                .containsExactlyInAnyOrderElementsOf(KNOWN.keySet());
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("io.watchfloor.(**)").should().beFreeOfCycles().check(SYSTEM);
    }

    @Test
    void shouldNameItsPackagesAfterWhatIsInThem() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
                .check(SYSTEM);
    }

    @Test
    void shouldSpeakJsonAloneInTheContract() {
        classes()
                .that(resideInAPackage("io.watchfloor.contract.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "com.fasterxml.jackson..", "io.watchfloor.contract.."))
                .check(SYSTEM);
    }

    @Test
    void shouldKeepNeo4jsServerInAProcessOfItsOwn() {
        DescribedPredicate<JavaClass> server = resideInAPackage("org.neo4j..")
                .and(not(resideInAPackage("org.neo4j.driver..")))
                .as("Neo4j's server");
        outside("graphserver").should().dependOnClassesThat(server).check(SYSTEM);
    }

    @Test
    void shouldTalkToTheGraphInOneModule() {
        outside("graph")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.neo4j.driver..", "ac.simons.neo4j.."))
                .check(SYSTEM);
    }

    /** They are public for the graph's other packages. */
    @Test
    void shouldLeaveTheGraphsOwnPackagesToTheGraph() {
        outside("graph")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.watchfloor.graph.node..", "io.watchfloor.graph.roster.."))
                .check(SYSTEM);
    }

    @Test
    void shouldUseFlinkInThePipelineAlone() {
        outside("pipeline")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.flink.."))
                .check(SYSTEM);
    }

    @Test
    void shouldUseVertxInTheGatewayAlone() {
        outside("gateway")
                .should()
                .dependOnClassesThat(resideInAPackage("io.vertx.."))
                .check(SYSTEM);
    }

    /** Whoever says no says it in both languages: problems are made where both are, and by the desk, which brings both. */
    @Test
    void shouldMakeProblemsWhereTheirWordsAre() {
        outside("gateway.answer")
                .and()
                .doNotHaveFullyQualifiedName("io.watchfloor.gateway.web.DeskAnswers")
                .should()
                .callConstructor(
                        Problem.class, String.class, String.class, int.class, String.class, List.class, String.class)
                .check(SYSTEM);
    }

    private static GivenClassesConjunction outside(String module) {
        return noClasses().that(not(resideInAPackage(packagesOf(module))));
    }

    private static String packagesOf(String module) {
        return "io.watchfloor." + module + "..";
    }
}
