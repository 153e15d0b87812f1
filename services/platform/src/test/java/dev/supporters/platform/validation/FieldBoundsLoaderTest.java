package dev.supporters.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;

import org.junit.jupiter.api.Test;

class FieldBoundsLoaderTest {

    @Test
    void makesTheTableOfEachRequestThatAServiceTakes() {
        assertThat(FieldBoundsTable.isMade(Empty.getDescriptor())).isFalse();

        FieldBoundsLoader.load(serviceOf(Empty.getDefaultInstance()));

        assertThat(FieldBoundsTable.isMade(Empty.getDescriptor())).isTrue();
    }

    @Test
    void takesMessagesWithinThemselves() {
        FieldBoundsLoader.load(serviceOf(FileDescriptorProto.getDefaultInstance()));

        assertThat(FieldBoundsTable.isMade(FileDescriptorProto.getDescriptor())).isTrue();
        assertThat(FieldBoundsTable.isMade(DescriptorProto.getDescriptor()))
                .as("only requests have a table")
                .isFalse();
    }

    private static <M extends Message> BindableService serviceOf(M request) {
        MethodDescriptor<M, Empty> method =
                MethodDescriptor.<M, Empty>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName("test.Service/Take")
                        .setRequestMarshaller(ProtoUtils.marshaller(request))
                        .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                        .build();
        return () ->
                ServerServiceDefinition.builder("test.Service")
                        .addMethod(
                                method,
                                ServerCalls.asyncUnaryCall(
                                        (message, answer) -> answer.onCompleted()))
                        .build();
    }
}
