package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.json.JsonObject;
import io.watchfloor.gateway.access.Rule.Kind;
import io.watchfloor.graph.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

class RightsTest {
    private static final Path PAGES = Path.of("../console/src/main/resources/web/js");

    private final Operations operations = new Operations(document());

    @Test
    @DisplayName("ASVS 8.2.1: every operation says who may use it, and what says nothing is denied")
    void shouldHaveARuleForEveryOperationAndNoRuleTooMany() {
        assertThat(operations.listIds())
                .as("each operation of openapi.yaml needs a line in Rights, and each line there an operation")
                .containsExactlyInAnyOrderElementsOf(Rights.listOperations());
        assertThat(Rights.find("somethingNew")).isEmpty();
    }

    @Test
    void shouldLeaveOpenOnlyWhatTellsNothingOfAnybody() {
        assertThat(Rights.listOperations())
                .filteredOn(operation -> Rights.find(operation).orElseThrow().kind() == Kind.OPEN)
                .containsExactlyInAnyOrderElementsOf(OpenOperations.ALL);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldNameForEachRoleEitherThatItMayOrWhoMay(Role role) {
        Permitted permitted = Permitted.of(Set.of(role), false, false);
        Set<String> all = new HashSet<>(permitted.operations());
        all.addAll(permitted.withheld().keySet());
        assertThat(all)
                .hasSize(permitted.operations().size() + permitted.withheld().size());
        all.addAll(OpenOperations.ALL);
        assertThat(all).containsExactlyInAnyOrderElementsOf(Rights.listOperations());
        assertThat(permitted.withheld().values())
                .allSatisfy(roles -> assertThat(roles).doesNotContain(role.wireName()));
    }

    @Test
    void shouldLetAStandInDoWhatOnlyThePersonDoes() {
        assertThat(Permitted.of(Set.of(Role.DISPATCHER), true, false).operations())
                .contains("postPosition");
        assertThat(Permitted.of(Set.of(Role.DISPATCHER), false, false).withheld())
                .containsEntry("postPosition", List.of())
                .containsEntry("setAutomaticSending", List.of("duty-officer"));
    }

    @Test
    void shouldLetWhoeverHasToSetASecondFactorDoThatAlone() {
        assertThat(Permitted.of(Set.of(Role.DUTY_OFFICER), false, true).operations())
                .containsExactly("beginSecondFactor", "setUpAccount", "signOut");
    }

    @Test
    void shouldKnowEveryOperationThatThePagesAskFor() throws IOException {
        Pattern asked = Pattern.compile(
                "(?:\\bmay|mayUse|whoMay)\\((?:\\w+(?:\\.\\w+)?, )?'(\\w+)'\\)|^  [A-Z]: '(\\w{2,})',$");
        Set<String> operations = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher found = asked.matcher(line);
                    while (found.find()) {
                        operations.add(found.group(1) == null ? found.group(2) : found.group(1));
                    }
                }
            }
        }
        assertThat(operations).contains("assignPerson", "acknowledgeIncident", "listUsers");
        assertThat(Rights.listOperations())
                .as("a page that asks for what there is not hides it from everybody")
                .containsAll(operations);
    }

    @Test
    void shouldFindAnOperationByItsMethodAndPath() {
        assertThat(operations.find("GET", "/api/v1/incidents/I-1/reports"))
                .hasValue(new Operations.Asked("listIncidentReports", Map.of("incidentId", "I-1")));
        assertThat(operations.find("HEAD", "/api/v1/picture").map(Operations.Asked::id))
                .hasValue("getPicture");
        assertThat(operations.find("DELETE", "/api/v1/incidents")).isEmpty();
        assertThat(operations.find("GET", "/api/v1/incidents/I-1/reports/x")).isEmpty();
        assertThat(operations.find("GET", "/")).isEmpty();
    }

    @Test
    void shouldReadWhatAPathNamesAsItsHandlerDoes() {
        assertThat(operations.find("GET", "/api/v1/people/%E5%B7%A5+1%2F2"))
                .hasValue(new Operations.Asked("getPerson", Map.of("personId", "工+1/2")));
        assertThatIllegalArgumentException().isThrownBy(() -> operations.find("GET", "/api/v1/people/%zz"));
    }

    private static JsonObject document() {
        try (InputStream yaml = RightsTest.class.getResourceAsStream("/openapi.yaml")) {
            Map<String, Object> document = new Yaml().load(yaml);
            return new JsonObject(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
