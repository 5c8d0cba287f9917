/** "9 of 12", then what it counts. */
export type NumberTile = { figure: string; words: string };

/** A few figures side by side. */
export function NumberTiles({ tiles }: { tiles: readonly NumberTile[] }) {
  return (
    <div className="ir-tiles">
      {tiles.map(({ figure, words }) => (
        <div className="ir-tile" key={words}>
          <span className="ir-tile-figure">{figure}</span> {words}
        </div>
      ))}
    </div>
  );
}
