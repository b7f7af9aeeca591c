package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.json.JsonObject;
import io.watchfloor.gateway.access.Rule.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RightsTest {
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
