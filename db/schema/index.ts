export * from "./actions";
export * from "./answers";
export * from "./organisations";
export * from "./people";
export * from "./questionnaires";
export * from "./rounds";
export * from "./submissions";
export * from "./work";
