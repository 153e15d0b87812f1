package dev.supporters.tools.check;

/** What the check asks the gateway. */
enum Operation {
    REQUEST(
            """
            mutation Request($input: RequestCallInput!) {
              requestCall(input: $input) { call { callId status path reason } }
            }\
            """),
    LOOK(
            """
            query Look($id: ID!) { call(id: $id) { callId status path reason } }\
            """),
    CANCEL(
            """
            mutation Cancel($input: CancelCallInput!) {
              cancelCall(input: $input) { call { callId status path reason } }
            }\
            """);

    private final String document;

    Operation(String document) {
        this.document = document;
    }

    String document() {
        return document;
    }
}
