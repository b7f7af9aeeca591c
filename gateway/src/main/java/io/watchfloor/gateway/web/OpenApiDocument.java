package io.watchfloor.gateway.web;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
 * @param asyncApi the AsyncAPI document beside it, of the live socket, as it is served
 */
record OpenApiDocument(Buffer yaml, Buffer json, OpenAPIContract contract, Buffer asyncApi) {
    private static final String RESOURCE = "openapi.yaml";
    private static final String LIVE_RESOURCE = "asyncapi.yaml";
    private static final Set<String> CHECKED_TYPES = Set.of("application/json");

    /** Reads it from the class path; fails when it is not sound. */
    static Future<OpenApiDocument> load(Vertx vertx) {
        return vertx.fileSystem().readFile(LIVE_RESOURCE).compose(live -> vertx.fileSystem()
                .readFile(RESOURCE)
                .compose(yaml -> vertx.executeBlocking(() -> parse(yaml)).compose(json -> check(vertx, forRouter(json))
                        .map(contract -> new OpenApiDocument(yaml, json.toBuffer(), contract, live)))));
    }

    /** Takes a second or two on a cold machine, too long for an event loop: it has a worker thread for so long. */
    private static Future<OpenAPIContract> check(Vertx vertx, JsonObject document) {
        AtomicReference<OpenAPIContract> checked = new AtomicReference<>();
        Deployable check = context -> OpenAPIContract.from(vertx, document).onSuccess(checked::set);
        return vertx.deployVerticle(check, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER))
                .compose(vertx::undeploy)
                .map(undeployed -> checked.get());
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
            if (object.getValue("requestBody") instanceof JsonObject body && body.getValue("$ref") == null) {
                dropWithoutContent(object, body);
            }
        }
    }

    /** A body of which nothing is left that could be checked is no body to the router. */
    private static void dropWithoutContent(JsonObject operation, JsonObject body) {
        if (!body.containsKey("content")) {
            operation.remove("requestBody");
        }
    }
}
