package io.watchfloor.gateway;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI document, to hold messages against; stricter than it is served: what it does not name is a fault. */
final class LiveDocument {
    private static final String BASE = "watchfloor:/";
    private static final Map<String, String> SCHEMAS =
            Map.of("snapshot", "Snapshot", "delta", "Delta", "heartbeat", "Heartbeat", "ping", "Ping", "view", "View");

    private final SchemaRepository schemas;
    private final JsonObject document;

    private LiveDocument(SchemaRepository schemas, JsonObject document) {
        this.schemas = schemas;
        this.document = document;
    }

    static LiveDocument read() {
        JsonObject openApi = yaml("openapi.yaml");
        openApi.getJsonObject("components").getJsonObject("schemas").forEach(schema -> closed(schema.getValue()));
        JsonObject asyncApi = yaml("asyncapi.yaml");
        SchemaRepository repository = SchemaRepository.create(new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri(BASE)
                .setOutputFormat(OutputFormat.Basic));
        repository.dereference(BASE + "openapi.yaml", JsonSchema.of(openApi));
        repository.dereference(BASE + "asyncapi.yaml", JsonSchema.of(asyncApi));
        return new LiveDocument(repository, asyncApi);
    }

    /** Names of the messages that the operation has. */
    List<String> messagesOf(String operation) {
        return document.getJsonObject("operations").getJsonObject(operation).getJsonArray("messages").stream()
                .map(message -> ((JsonObject) message).getString("$ref"))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    /** What is wrong with the message; empty when nothing is. */
    List<String> faults(String json) {
        JsonObject message = new JsonObject(json);
        String schema = SCHEMAS.get(message.getString("kind"));
        if (schema == null) {
            return List.of("no message is of kind " + message.getString("kind"));
        }
        JsonObject reference = new JsonObject().put("$ref", BASE + "asyncapi.yaml#/components/schemas/" + schema);
        OutputUnit result = schemas.validator(JsonSchema.of(BASE + "check-" + schema, reference))
                .validate(message);
        if (Boolean.TRUE.equals(result.getValid())) {
            return List.of();
        }
        List<String> faults = Stream.ofNullable(result.getErrors())
                .flatMap(List::stream)
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getError())
                .toList();
        return faults.isEmpty() ? List.of("not as the document says: " + json) : faults;
    }

    private static void closed(Object node) {
        if (node instanceof JsonObject schema) {
            if (schema.getValue("properties") instanceof JsonObject && !schema.containsKey("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            schema.forEach(entry -> closed(entry.getValue()));
        }
    }

    private static JsonObject yaml(String resource) {
        try (InputStream in = LiveDocument.class.getResourceAsStream("/" + resource)) {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new JsonObject(new JsonObject(read).encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
