package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Message;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.HttpStatusMapper;
import dev.supporters.gateway.adapter.http.HttpStatusMapper.NotOffered;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.adapter.transcoding.RestMethods.MatchedMethod;

import io.grpc.Status.Code;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * REST: every path that the protos name by google.api.http, by one handler. It finds the method, reads the request, asks the service and
 * writes its answer as JSON; what may be asked, and by whom, is in {@link RestMethods}.
 */
@Path("/v1")
@RunOnVirtualThread
public class TranscodingResource {

    private static final int NOT_ALLOWED = 405;

    private final PrincipalProvider principals;
    private final SubjectLimits limits;
    private final RestInvoker invoker;

    TranscodingResource(PrincipalProvider principals, SubjectLimits limits, RestInvoker invoker) {
        this.principals = principals;
        this.limits = limits;
        this.invoker = invoker;
    }

    @GET
    @Path("{path: .*}")
    public Response get(@Context RoutingContext request) {
        return answer(HttpMethod.GET, request, new byte[0]);
    }

    @POST
    @Path("{path: .*}")
    public Response post(@Context RoutingContext request, byte[] body) {
        return answer(HttpMethod.POST, request, body);
    }

    @PUT
    @Path("{path: .*}")
    public Response put(@Context RoutingContext request, byte[] body) {
        return answer(HttpMethod.PUT, request, body);
    }

    @DELETE
    @Path("{path: .*}")
    public Response delete(@Context RoutingContext request, byte[] body) {
        return answer(HttpMethod.DELETE, request, body);
    }

    /** No path takes it. */
    @PATCH
    @Path("{path: .*}")
    public Response patch(@Context RoutingContext request, byte[] body) {
        return answer(HttpMethod.PATCH, request, body);
    }

    private Response answer(String httpMethod, RoutingContext request, byte[] body) {
        try {
            Principal principal = principals.get();
            limits.count(principal);
            List<String> path = RequestUri.segments(request.normalizedPath());
            Set<String> allowed = RestMethods.allowed(path);
            if (allowed.isEmpty()) {
                return JsonAnswer.of(
                        404,
                        HttpStatusMapper.json(
                                Code.NOT_FOUND, NotOffered.NO_SUCH_PATH, "no such path"));
            }
            if (!allowed.contains(httpMethod)) {
                return notAllowed(String.join(", ", allowed));
            }
            if (body.length > 0 && !JsonAnswer.isJson(request)) {
                return JsonAnswer.otherMediaType();
            }
            MatchedMethod found = RestMethods.find(httpMethod, path).orElseThrow();
            return JsonAnswer.of(called(found, principal, request, body));
        } catch (RuntimeException e) {
            return JsonAnswer.of(FailureMapper.refusal(e));
        }
    }

    private Message called(
            MatchedMethod found, Principal principal, RoutingContext request, byte[] body) {
        RestMethod method = found.method();
        method.caller().check(principal);
        Map<String, String> values = new HashMap<>();
        found.values().forEach((field, value) -> values.put(field, RequestUri.decoded(value)));
        Message read =
                RequestReader.read(
                        method, values, RequestUri.query(request.request().query()), body);
        Message prepared = RequestPreparation.prepare(method, read, principal);
        return AnswerSecrecy.visible(invoker.call(method, prepared, principal), principal);
    }

    private static Response notAllowed(String allowed) {
        String answer =
                HttpStatusMapper.json(
                        Code.UNIMPLEMENTED,
                        NotOffered.METHOD_NOT_ALLOWED,
                        "the path takes " + allowed);
        return Response.fromResponse(JsonAnswer.of(NOT_ALLOWED, answer))
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }
}
