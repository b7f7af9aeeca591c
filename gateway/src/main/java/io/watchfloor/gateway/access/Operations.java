package io.watchfloor.gateway.access;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation of the OpenAPI document a request asks for, before anything of its body is read. */
public final class Operations {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Map<String, String>> plain = new HashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private record Template(Pattern path, List<String> names, Map<String, String> byMethod) {}

    /** What is asked for: the operation's id and what its path names. */
    public record Asked(String id, Map<String, String> parameters) {}

    /** Of this document. */
    public Operations(JsonObject document) {
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            Map<String, String> byMethod = new HashMap<>();
            JsonObject item = paths.getJsonObject(path);
            METHODS.stream()
                    .filter(item::containsKey)
                    .forEach(method -> byMethod.put(
                            method.toUpperCase(java.util.Locale.ROOT),
                            item.getJsonObject(method).getString("operationId")));
            if (path.contains("{")) {
                templates.add(template(path, byMethod));
            } else {
                plain.put(path, byMethod);
            }
        }
    }

    /** Every operation there is. */
    public Set<String> listIds() {
        Set<String> ids = new TreeSet<>();
        plain.values().forEach(byMethod -> ids.addAll(byMethod.values()));
        templates.forEach(template -> ids.addAll(template.byMethod().values()));
        return ids;
    }

    /**
     * The operation of this method and path, with what the path names decoded as its handler reads it; empty when there
     * is none.
     *
     * @throws IllegalArgumentException when what the path names cannot be decoded
     */
    public Optional<Asked> find(String method, String path) {
        String known = method.equals("HEAD") ? "GET" : method;
        Map<String, String> exact = plain.get(path);
        if (exact != null) {
            return Optional.ofNullable(exact.get(known)).map(id -> new Asked(id, Map.of()));
        }
        for (Template template : templates) {
            Matcher match = template.path().matcher(path);
            if (match.matches() && template.byMethod().containsKey(known)) {
                Map<String, String> parameters = new HashMap<>();
                for (int i = 0; i < template.names().size(); i++) {
                    parameters.put(template.names().get(i), decoded(match.group(i + 1)));
                }
                return Optional.of(new Asked(template.byMethod().get(known), parameters));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String segment) {
        // in a path a plus sign is itself
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Template template(String path, Map<String, String> byMethod) {
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(path);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (parameter.find()) {
            names.add(parameter.group(1));
            pattern.append(Pattern.quote(path.substring(from, parameter.start())))
                    .append("([^/]+)");
            from = parameter.end();
        }
        pattern.append(Pattern.quote(path.substring(from)));
        return new Template(Pattern.compile(pattern.toString()), names, byMethod);
    }
}
