package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** {@code /openapi.yaml} and {@code /openapi.json}: the document the API is checked against; {@code /asyncapi.yaml}. */
final class OpenApiHandler {
    private final TaggedContent yaml;
    private final TaggedContent json;
    private final TaggedContent asyncApi;

    OpenApiHandler(Buffer yaml, Buffer json, Buffer asyncApi) {
        this.yaml = TaggedContent.of(yaml);
        this.json = TaggedContent.of(json);
        this.asyncApi = TaggedContent.of(asyncApi);
    }

    void getYaml(RoutingContext ctx) {
        answer(ctx, yaml, "application/yaml");
    }

    void getJson(RoutingContext ctx) {
        answer(ctx, json, "application/json");
    }

    void getAsyncApiYaml(RoutingContext ctx) {
        answer(ctx, asyncApi, "application/yaml");
    }

    private static void answer(RoutingContext ctx, TaggedContent document, String type) {
        if (!document.answerIfCurrent(ctx)) {
            ctx.response().putHeader("Content-Type", type).end(document.bytes());
        }
    }
}
