/** Sets an own property whatever its name: assignment would reach the prototype through `__proto__`. */
export function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
