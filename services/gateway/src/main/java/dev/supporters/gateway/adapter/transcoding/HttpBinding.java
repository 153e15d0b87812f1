package dev.supporters.gateway.adapter.transcoding;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;

/** How a method of a service is asked over HTTP: what its google.api.http says. */
record HttpBinding(String httpMethod, PathTemplate path, Body body) {

    /** Where the fields of a request are, besides the path. */
    enum Body {
        /** In the query. */
        NONE,
        /** All in the body, as JSON. */
        WHOLE
    }

    static HttpBinding of(MethodDescriptor method) {
        if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
            throw new IllegalStateException(method.getFullName() + " has no google.api.http");
        }
        HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
        if (rule.getAdditionalBindingsCount() > 0 || !rule.getResponseBody().isEmpty()) {
            throw unknown(method, "one binding, without response_body");
        }
        return switch (rule.getPatternCase()) {
            case GET -> binding(method, "GET", rule.getGet());
            case PUT -> binding(method, "PUT", rule.getPut());
            case POST -> binding(method, "POST", rule.getPost());
            case DELETE -> binding(method, "DELETE", rule.getDelete());
            case PATCH, CUSTOM, PATTERN_NOT_SET ->
                    throw unknown(method, "get, put, post or delete");
        };
    }

    private static HttpBinding binding(MethodDescriptor method, String httpMethod, String path) {
        String body = method.getOptions().getExtension(AnnotationsProto.http).getBody();
        if (!body.isEmpty() && !body.equals("*")) {
            throw unknown(method, "body: \"*\", or none");
        }
        return new HttpBinding(
                httpMethod, PathTemplate.parse(path), body.isEmpty() ? Body.NONE : Body.WHOLE);
    }

    private static IllegalStateException unknown(MethodDescriptor method, String expected) {
        return new IllegalStateException(
                "google.api.http of " + method.getFullName() + " (expected: " + expected + ")");
    }
}
