import type { LoaderFunctionArgs } from "@remix-run/node";
import { AppError, toErrorResponse } from "~/platform/error-response.server";

/** Every address nobody answers, so that its page still knows who is signed in. */
export function loader({ context }: LoaderFunctionArgs): never {
  throw toErrorResponse(new AppError("not-found"), context.requestId);
}

export const action = loader;

export default function NotFound() {
  return null;
}
