import { z } from "zod";

// zod 4 probes `eval` unless told not to, and that probe breaks a strict Content Security Policy.
z.config({ jitless: true });

export { z };
