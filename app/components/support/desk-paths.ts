export const deskPath = (key: string): string => `/organisations/${key}/support`;
export const entryPath = (key: string, id: string): string => `${deskPath(key)}/${id}`;
