"""The papers of payslips: filed among the PA's documents, under pay, with the day of payment as their day."""

from pa_manager.assistants.model import Document, DocumentDetails, DocumentKind
from pa_manager.assistants.operations import file_document, list_documents, suggest_keeping
from pa_manager.file.running import Changes
from pa_manager.file.work import Work
from pa_manager.pay.model import PayslipId
from pa_manager.pay.store import payslips as store


def file_payslip_paper(work: Work, *, payslip_id: PayslipId, name: str, content: bytes) -> Changes:
    """File a payslip as it came, also once it is matched: any kind of file will do. It is kept as long as the law asks.

    Raises:
        NotADocument: It is empty or too large.
        NotFound: There is no such payslip.
    """
    payslip = store.get(work, payslip_id)
    kept = suggest_keeping(work, assistant_id=payslip.assistant_id, kind=DocumentKind.PAY, dated=payslip.paid_on)
    details = DocumentDetails(kind=DocumentKind.PAY, name=name, dated=payslip.paid_on, keep_until=kept.until)
    return file_document(work, assistant_id=payslip.assistant_id, details=details, content=content)


def list_payslip_papers(work: Work, *, payslip_id: PayslipId) -> tuple[Document, ...]:
    """Return the papers of a payslip: what is filed with the PA under pay for the day of payment.

    Raises:
        NotFound: There is no such payslip.
    """
    payslip = store.get(work, payslip_id)
    return tuple(
        each
        for each in list_documents(work, payslip.assistant_id)
        if each.kind is DocumentKind.PAY and each.dated == payslip.paid_on
    )
