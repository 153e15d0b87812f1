package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Message;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.http.FailureMapper;
import dev.supporters.gateway.adapter.http.HttpStatusMapper;
import dev.supporters.gateway.adapter.http.HttpStatusMapper.NotOffered;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.platform.refusal.Refusal;

import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * For the console's page on gRPC, where it is switched on: which methods the services have, and a call of any of them by an operator. The
 * request is checked as those of REST are, and goes to the service itself. Who called what is logged; what was said is not.
 */
@Path("/grpc")
@RunOnVirtualThread
public class GrpcResource {

    private static final Logger LOG = Logger.getLogger(GrpcResource.class);

    private final boolean enabled;
    private final PrincipalProvider principals;
    private final SubjectLimits limits;
    private final RestInvoker invoker;

    GrpcResource(
            GatewayConfig config,
            PrincipalProvider principals,
            SubjectLimits limits,
            RestInvoker invoker) {
        this.enabled = config.grpcUi();
        this.principals = principals;
        this.limits = limits;
        this.invoker = invoker;
    }

    @GET
    @Path("services")
    public Response services() {
        if (!enabled) {
            return notFound("no such path");
        }
        try {
            admitted();
            return JsonAnswer.of(200, ServiceDescription.JSON);
        } catch (RuntimeException e) {
            return JsonAnswer.of(FailureMapper.refusal(e));
        }
    }

    @POST
    @Path("{service}/{method}")
    public Response call(
            @PathParam("service") String service,
            @PathParam("method") String name,
            @Context RoutingContext request,
            byte[] body) {
        if (!enabled) {
            return notFound("no such path");
        }
        try {
            Principal operator = admitted();
            Optional<GrpcMethod> method = GrpcMethods.find(service + "/" + name);
            if (method.isEmpty()) {
                return notFound("no such method");
            }
            if (body.length > 0 && !JsonAnswer.isJson(request)) {
                return JsonAnswer.otherMediaType();
            }
            Metadata metadata = RequestMetadata.of(request.request().headers().entries());
            return called(method.get(), operator, body, metadata);
        } catch (RuntimeException e) {
            return JsonAnswer.of(FailureMapper.refusal(e));
        }
    }

    private Response called(GrpcMethod method, Principal operator, byte[] body, Metadata metadata) {
        if (!method.unary()) {
            return JsonAnswer.of(
                    HttpStatusMapper.http(Code.UNIMPLEMENTED),
                    HttpStatusMapper.json(
                            Code.UNIMPLEMENTED,
                            NotOffered.STREAM,
                            "a stream; changes come by subscriptions of GraphQL"));
        }
        try {
            Optional<RestMethod> rest = RestMethods.find(method);
            rest.ifPresent(known -> known.caller().check(operator));
            Message request =
                    RequestPreparation.prepare(
                            RequestReader.read(method, body),
                            rest.flatMap(RestMethod::operation).orElseGet(method::fullName),
                            operator);
            Message answer = invoker.callByHand(method, request, metadata);
            log(method, operator, Code.OK.name());
            return JsonAnswer.of(answer);
        } catch (RuntimeException e) {
            Refusal refusal = FailureMapper.refusal(e);
            log(method, operator, refusal.reasonName());
            return JsonAnswer.of(refusal);
        }
    }

    /** Operators only, each at a person's pace. */
    private Principal admitted() {
        return limits.countOperator(principals.get());
    }

    private static void log(GrpcMethod method, Principal operator, String outcome) {
        LOG.infof(
                "method called by hand actor=%s method=%s outcome=%s",
                operator.id(), method.fullName(), outcome);
    }

    private static Response notFound(String message) {
        return JsonAnswer.of(
                404, HttpStatusMapper.json(Code.NOT_FOUND, NotOffered.NO_SUCH_PATH, message));
    }
}
