/** Addresses of an organisation's schools, their groups and its imports. */
export const schoolsPath = (key: string) => `/organisations/${key}/schools`;
export const schoolPath = (key: string, urn: string) => `${schoolsPath(key)}/${urn}`;
export const importPath = (key: string) => `${schoolsPath(key)}/import`;
export const importedPath = (key: string, id: string) => `${importPath(key)}/${id}`;
export const groupsPath = (key: string) => `${schoolsPath(key)}/groups`;
export const groupPath = (key: string, id: string) => `${groupsPath(key)}/${id}`;
