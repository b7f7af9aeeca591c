package io.watchfloor.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.watchfloor.contract.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads what the OpenAPI document has already checked the form of. */
final class Requests {
    private Requests() {}

    /** The body; missing when there is none. */
    static JsonNode body(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        if (body == null || body.length() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.mapper().readTree(body.toString(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new HttpException(400);
        }
    }

    /** A text of the body, or null. */
    static String text(JsonNode body, String field) {
        String text = body.path(field).asText(null);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A time of the body, or null when it says none; fails with {@link DateTimeException} when it says one wrongly. */
    static Instant time(JsonNode body, String field) {
        String text = text(body, field);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** A number of the body, or null. */
    static Double decimal(JsonNode body, String field) {
        return body.path(field).isNumber() ? body.path(field).asDouble() : null;
    }

    /** A query parameter, or this when it is absent. */
    static int number(RoutingContext ctx, String name, int byDefault) {
        String value = ctx.request().getParam(name);
        try {
            // 10.0 is a whole number in a schema's eyes
            return value == null ? byDefault : new BigDecimal(value).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new HttpException(400);
        }
    }

    /** A parameter that the document says is a number; null when it is not there. */
    static Double decimal(RoutingContext ctx, String name) {
        String value = ctx.request().getParam(name);
        return value == null ? null : Double.valueOf(value);
    }
}
