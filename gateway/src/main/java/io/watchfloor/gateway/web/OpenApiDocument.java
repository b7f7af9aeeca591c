package io.watchfloor.gateway.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document as it is served, and as Vert.x's router can use it: that refuses a document which speaks of media
 * types it cannot check itself, so that its copy has only JSON.
 *
 * @param yaml as it is served
 * @param json the same
 * @param contract for the router
 */
record OpenApiDocument(Buffer yaml, Buffer json, OpenAPIContract contract) {
    private static final String RESOURCE = "openapi.yaml";
    private static final long MAX_CHECK_SECONDS = 60;
    private static final Set<String> CHECKED_TYPES = Set.of("application/json");

    /** Reads it from the class path; fails when it is not sound. */
    static Future<OpenApiDocument> load(Vertx vertx) {
        return vertx.fileSystem()
                .readFile(RESOURCE)
                .compose(yaml -> vertx.executeBlocking(() -> {
                    JsonObject json = parse(yaml);
                    // Checking it takes a second on a cold machine: too long for an event loop.
                    OpenAPIContract contract =
                            OpenAPIContract.from(vertx, forRouter(json)).await(MAX_CHECK_SECONDS, TimeUnit.SECONDS);
                    return new OpenApiDocument(yaml, json.toBuffer(), contract);
                }));
    }

    private static JsonObject parse(Buffer yaml) {
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.toString(StandardCharsets.UTF_8));
        return new JsonObject(document);
    }

    private static JsonObject forRouter(JsonObject document) {
        JsonObject copy = document.copy();
        copy.forEach(entry -> keepChecked(entry.getValue()));
        return copy;
    }

    private static void keepChecked(Object node) {
        if (node instanceof Iterable<?> list && !(node instanceof JsonObject)) {
            list.forEach(OpenApiDocument::keepChecked);
        } else if (node instanceof JsonObject object) {
            if (object.getValue("content") instanceof JsonObject content) {
                content.getMap().keySet().retainAll(CHECKED_TYPES);
                if (content.isEmpty()) {
                    object.remove("content");
                }
            }
            object.forEach(entry -> keepChecked(entry.getValue()));
        }
    }
}
