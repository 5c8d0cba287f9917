/** The plain text of a mail, line breaks kept, with its links to follow. */
export function MailText({ text }: { text: string }) {
  return (
    <pre className="ir-mail-text" data-mail-text>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
